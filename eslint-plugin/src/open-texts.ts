import { signatureOf } from './watched-host.ts';

/** The host's texts that differ from the disk's. */
export interface OpenTexts {
  /** Takes over what the host says about a file; true when that is news. */
  note(path: string, text: string | undefined): boolean;
  /** Forgets texts whose file was written since: the host has saved them, or somebody else knows better. True when there were any. */
  dropSaved(): boolean;
  current(): ReadonlyMap<string, string>;
}

interface OpenText {
  readonly text: string;
  readonly disk: string;
}

/** A host hands over one text at a time and never says that it closed one, so each is kept until its file changes. */
export function openTexts(): OpenTexts {
  const texts = new Map<string, OpenText>();
  return {
    note(path, text) {
      if (texts.get(path)?.text === text) return false;
      if (text === undefined) texts.delete(path);
      else texts.set(path, { text, disk: signatureOf(path) });
      return true;
    },
    dropSaved() {
      const saved = [...texts].filter(([path, { disk }]) => signatureOf(path) !== disk);
      for (const [path] of saved) texts.delete(path);
      return saved.length > 0;
    },
    current: () => new Map([...texts].map(([path, { text }]) => [path, text])),
  };
}
