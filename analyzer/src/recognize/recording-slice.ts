import type { Slice } from '../program/slice.ts';
import type { Recorder } from './consulted.ts';

/** The same slice; the places that are stated, and reading of what is no source, are noted. */
export function recordingSlice(slice: Slice, { note, readTexts, readFiles }: Recorder): Slice {
  return {
    ...slice,
    placeOf(node) {
      note(node);
      return slice.placeOf(node);
    },
    placeAt(file, start, end) {
      note(file);
      return slice.placeAt(file, start, end);
    },
    get files() {
      readFiles();
      return slice.files;
    },
    get texts() {
      readTexts();
      return slice.texts;
    },
  };
}
