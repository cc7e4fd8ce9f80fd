import { lift, waist, weight, type DemoPerson } from './person.ts';

const ana: DemoPerson = {
  key: 'ana',
  name: 'Ana Torres',
  email: 'ana@demo.example',
  phone: '+12125550100',
  timeZone: 'America/New_York',
  language: 'en',
  profile: {
    dateOfBirth: '1991-06-02',
    gender: 'female',
    heightCm: 168,
    weightKg: 64.5,
    gymAccess: 'gym',
    measurements: { waist: 74, hips: 97, chest: 90 },
    goals: ['First pull-up', 'Squat her own weight'],
    dietaryRestrictions: ['Vegetarian'],
    healthComplications: [],
    injuries: ['Left knee, torn meniscus in 2019'],
  },
  rhythm: {
    trainsOn: [1, 3, 5],
    discipline: 0.9,
    calories: 2000,
    plan: 'strength',
    avoids: ['meat'],
    habits: [weight(64.5, -0.15), lift('squat_max', 62.5, 0.9)],
  },
};

const ben: DemoPerson = {
  key: 'ben',
  name: 'Ben Okafor',
  email: 'ben@demo.example',
  phone: '+12125550101',
  timeZone: 'America/New_York',
  language: 'en',
  profile: {
    dateOfBirth: '1984-11-19',
    gender: 'male',
    heightCm: 187,
    weightKg: 101.2,
    gymAccess: 'gym_and_home',
    measurements: { waist: 104, chest: 112, thigh: 64 },
    goals: ['Deadlift 200 kg', 'Sleep through the night'],
    dietaryRestrictions: [],
    healthComplications: ['High blood pressure, treated'],
    injuries: [],
  },
  rhythm: {
    trainsOn: [1, 2, 4, 6],
    discipline: 0.85,
    calories: 2900,
    plan: 'strength',
    avoids: [],
    habits: [weight(101.2, -0.35), waist(104, -0.4), lift('deadlift_max', 182.5, 1.4)],
  },
};

const chloe: DemoPerson = {
  key: 'chloe',
  name: 'Chloé Martin',
  email: 'chloe@demo.example',
  timeZone: 'Europe/Paris',
  language: 'fr',
  profile: {
    dateOfBirth: '1996-02-29',
    gender: 'female',
    heightCm: 161,
    weightKg: 71.8,
    gymAccess: 'home',
    measurements: { waist: 82, hips: 104 },
    goals: ['Lose 6 kg by summer', 'Cook more'],
    dietaryRestrictions: ['No lactose'],
    healthComplications: ['Underactive thyroid'],
    injuries: [],
  },
  rhythm: {
    trainsOn: [2, 4, 6],
    discipline: 0.75,
    calories: 1750,
    plan: 'hiit',
    avoids: ['dairy'],
    habits: [weight(71.8, -0.45), waist(82, -0.5)],
  },
};

const dieter: DemoPerson = {
  key: 'dieter',
  name: 'Dieter Vogel',
  email: 'dieter@demo.example',
  phone: '+4930901820',
  timeZone: 'Europe/Berlin',
  language: 'de',
  profile: {
    dateOfBirth: '1962-08-08',
    gender: 'male',
    heightCm: 178,
    weightKg: 88.4,
    gymAccess: 'none',
    measurements: { waist: 99 },
    goals: ['Climb stairs without a pause', 'Keep up with the grandchildren'],
    dietaryRestrictions: ['Low salt'],
    healthComplications: ['Type 2 diabetes', 'Stent in 2021, cleared for training'],
    injuries: ['Right shoulder, stiff'],
  },
  rhythm: {
    trainsOn: [1, 4],
    discipline: 0.95,
    calories: 2100,
    plan: 'hiit',
    avoids: [],
    habits: [
      weight(88.4, -0.25),
      { metric: 'resting_pulse', unit: 'bpm', value: 68, perWeek: -0.7, noise: 2.5, every: 'day' },
    ],
  },
};

const elif: DemoPerson = {
  key: 'elif',
  name: 'Elif Yılmaz',
  email: 'elif@demo.example',
  phone: '+4930901821',
  timeZone: 'Europe/Berlin',
  language: 'de',
  profile: {
    dateOfBirth: '1988-04-23',
    gender: 'female',
    heightCm: 172,
    weightKg: 68.9,
    gymAccess: 'gym',
    measurements: { waist: 78, hips: 100 },
    goals: ['10 km under 55 minutes'],
    dietaryRestrictions: ['Halal', 'No nuts (allergy)'],
    healthComplications: ['Exercise-induced asthma'],
    injuries: ['Shin splints in spring'],
  },
  rhythm: {
    trainsOn: [2, 3, 5, 0],
    discipline: 0.85,
    calories: 2150,
    plan: 'running',
    avoids: [],
    habits: [
      weight(68.9, -0.1),
      { metric: 'run_10km', unit: 'min', value: 57.5, perWeek: -0.4, noise: 0.7, every: 'week' },
    ],
  },
};

const farid: DemoPerson = {
  key: 'farid',
  name: 'فريد منصور',
  email: 'farid@demo.example',
  timeZone: 'Africa/Cairo',
  language: 'ar',
  profile: {
    dateOfBirth: '1999-12-31',
    gender: 'male',
    heightCm: 181,
    weightKg: 66.3,
    gymAccess: 'gym',
    measurements: { chest: 92, arm: 31 },
    goals: ['زيادة 5 كغ من العضلات'],
    dietaryRestrictions: ['حلال'],
    healthComplications: [],
    injuries: [],
  },
  rhythm: {
    trainsOn: [0, 2, 4],
    discipline: 0.7,
    calories: 3000,
    plan: 'strength',
    avoids: [],
    habits: [weight(66.3, 0.25), lift('bench_max', 70, 0.8)],
  },
};

const grace: DemoPerson = {
  key: 'grace',
  name: 'Grace Kim',
  email: 'grace@demo.example',
  phone: '+12125550106',
  timeZone: 'America/Los_Angeles',
  language: 'en',
  profile: {
    dateOfBirth: '1979-01-15',
    gender: 'female',
    heightCm: 158,
    weightKg: 55.1,
    gymAccess: 'home',
    measurements: { waist: 69 },
    goals: ['Strong bones', 'Push-ups, ten in a row'],
    dietaryRestrictions: ['Vegan'],
    healthComplications: ['Early osteopenia'],
    injuries: ['Wrist, broken in 2020'],
  },
  rhythm: {
    trainsOn: [1, 3, 6],
    discipline: 0.95,
    calories: 1700,
    plan: 'functional',
    avoids: ['meat', 'dairy'],
    habits: [
      weight(55.1, 0.05),
      { metric: 'push_ups', unit: 'reps', value: 9, perWeek: 0.6, noise: 0.8, every: 'week' },
    ],
  },
};

const hari: DemoPerson = {
  key: 'hari',
  name: 'Hari Thapa',
  email: 'hari@demo.example',
  phone: '+97714414000',
  timeZone: 'Asia/Kathmandu',
  language: 'en',
  profile: {
    dateOfBirth: '1993-09-09',
    gender: 'male',
    heightCm: 170,
    weightKg: 72.6,
    gymAccess: 'none',
    measurements: {},
    goals: ['Trek to base camp in autumn'],
    dietaryRestrictions: [],
    healthComplications: [],
    injuries: ['Lower back, now and then'],
  },
  rhythm: {
    trainsOn: [1, 2, 3, 4, 5, 6],
    discipline: 0.6,
    calories: 2400,
    plan: 'functional',
    avoids: [],
    habits: [
      weight(72.6, -0.2),
      { metric: 'resting_pulse', unit: 'bpm', value: 59, perWeek: -0.4, noise: 2, every: 'day' },
    ],
  },
};

const ines: DemoPerson = {
  key: 'ines',
  name: 'Inés Ruiz',
  email: 'ines@demo.example',
  timeZone: 'Europe/Madrid',
  language: 'es',
  profile: {
    dateOfBirth: '2001-03-30',
    gender: 'other',
    heightCm: 165,
    weightKg: 59.7,
    gymAccess: 'gym_and_home',
    measurements: { waist: 70, hips: 92 },
    goals: ['Primera competición', 'Dominar el arranque'],
    dietaryRestrictions: ['Sin gluten'],
    healthComplications: ['Celiaquía'],
    injuries: [],
  },
  rhythm: {
    trainsOn: [1, 2, 4, 5, 6],
    discipline: 0.9,
    calories: 2300,
    plan: 'functional',
    avoids: ['gluten'],
    habits: [weight(59.7, 0.1), lift('snatch_max', 47.5, 0.5)],
  },
};

const jonas: DemoPerson = {
  key: 'jonas',
  name: 'Jonas Berg',
  email: 'jonas@demo.example',
  timeZone: 'Europe/Stockholm',
  language: 'en',
  profile: {
    dateOfBirth: '1990-07-07',
    gender: 'male',
    heightCm: 183,
    measurements: {},
    goals: ['Start again after two years'],
    dietaryRestrictions: [],
    healthComplications: [],
    injuries: [],
  },
  // Who has only begun: little is written, and nothing is measured.
  rhythm: { trainsOn: [3], discipline: 0.4, calories: 2500, plan: 'functional', avoids: [], habits: [] },
};

/** The ten clients of the demo, of several ages, languages, zones, bodies and intentions. */
export const demoPeople: readonly DemoPerson[] = [ana, ben, chloe, dieter, elif, farid, grace, hari, ines, jonas];
