import type { CoachPhotos } from '../../application/ports/coach-photos.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryCoachPhotos({ coachPhotos: photos }: Pick<MemoryState, 'coachPhotos'>): CoachPhotos {
  const of = (coachId: string) => [...photos.values()].filter((photo) => photo.coachId === coachId);
  return {
    insert: async (photo) => {
      photos.set(photo.id, structuredClone(photo));
    },
    picture: async (coachId, id, size) => of(coachId).find((photo) => photo.id === id)?.pictures[size] ?? null,
    remove: async (coachId, id) => {
      for (const photo of of(coachId)) if (photo.id === id) photos.delete(id);
    },
    removeOthers: async (coachId, id, before) => {
      for (const photo of of(coachId)) if (photo.id !== id && photo.createdAt < before) photos.delete(photo.id);
    },
    removeAll: async (coachId) => {
      for (const photo of of(coachId)) photos.delete(photo.id);
    },
  };
}
