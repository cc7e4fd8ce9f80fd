import type { Meal } from '../domain/client/log.ts';
import type { Food } from './person.ts';

/** A dish, with the shares of protein, carbohydrates and fat in its energy. */
export interface Dish {
  readonly meal: Meal;
  readonly description: string;
  readonly calories: number;
  readonly shares: readonly [protein: number, carbs: number, fat: number];
  readonly contains: readonly Food[];
}

const dish =
  (meal: Meal) =>
  (description: string, calories: number, shares: Dish['shares'], ...contains: Food[]): Dish => ({
    meal,
    description,
    calories,
    shares,
    contains,
  });

const [breakfast, lunch, dinner, snack] = [dish('breakfast'), dish('lunch'), dish('dinner'), dish('snack')];

/** None with nuts. Each meal has some that every diet allows. */
const dishes: readonly Dish[] = [
  breakfast('Millet porridge with berries', 420, [0.15, 0.6, 0.25]),
  breakfast('Chia pudding with mango', 390, [0.14, 0.5, 0.36]),
  breakfast('Rye bread, hummus and tomatoes', 380, [0.16, 0.54, 0.3], 'gluten'),
  breakfast('Skyr with fruit', 370, [0.38, 0.5, 0.12], 'dairy'),
  breakfast('Eggs on toast', 430, [0.26, 0.34, 0.4], 'dairy', 'gluten'),
  lunch('Lentil soup', 560, [0.22, 0.55, 0.23]),
  lunch('Rice bowl with tofu and greens', 640, [0.2, 0.52, 0.28]),
  lunch('Pasta with beans and spinach', 680, [0.18, 0.6, 0.22], 'gluten'),
  lunch('Omelette and salad', 540, [0.28, 0.2, 0.52], 'dairy'),
  lunch('Chicken, rice and vegetables', 670, [0.32, 0.46, 0.22], 'meat'),
  dinner('Chickpea curry with rice', 720, [0.16, 0.56, 0.28]),
  dinner('Roast vegetables, potatoes and tahini', 650, [0.12, 0.55, 0.33]),
  dinner('Bean chilli', 690, [0.22, 0.5, 0.28]),
  dinner('Paneer with peas and flatbread', 740, [0.22, 0.42, 0.36], 'dairy', 'gluten'),
  dinner('Salmon with potatoes', 710, [0.3, 0.36, 0.34], 'meat'),
  dinner('Beef stew', 760, [0.34, 0.32, 0.34], 'meat'),
  snack('An apple and pumpkin seeds', 210, [0.12, 0.5, 0.38]),
  snack('Soy yoghurt', 160, [0.3, 0.4, 0.3]),
  snack('Dates and tea', 190, [0.04, 0.92, 0.04]),
];

/** Returns the dishes for a meal that a person's diet allows. */
export function dishesFor(meal: Meal, avoids: readonly Food[]): readonly Dish[] {
  return dishes.filter((each) => each.meal === meal && !each.contains.some((food) => avoids.includes(food)));
}
