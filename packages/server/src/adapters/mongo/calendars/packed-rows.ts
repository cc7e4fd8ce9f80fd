import { mongo } from 'mongoose';
import type { PackedRanges } from '../../../domain/calendar-source/packed-ranges.ts';

/** Returns ranges as a store keeps them: eight bytes each, in the order of bytes of the machine, little-endian. */
export function rowOfPacked(packed: PackedRanges): mongo.Binary {
  return new mongo.Binary(new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength));
}

/** Returns ranges as they were before `rowOfPacked`. Their bytes are copied, to a multiple of four. */
export function packedOfRow(binary: mongo.Binary): PackedRanges {
  return new Uint32Array(Uint8Array.from(binary.value() as Uint8Array).buffer);
}
