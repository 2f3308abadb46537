import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { CrashTables } from '@kafka-eos/linter/crash/units-at';
import type { DeliveryMap } from '@kafka-eos/linter/map/delivery-map';
import { RequestType } from 'vscode-languageclient/node';

/** What the server sends for a view, and of which version of the folder. Null when nothing is known. */
type View<Content> = { readonly version: number; readonly content: Content } | null;

export type ShownMap = DeliveryMap & { readonly notices: readonly Notice[] };

export const mapRequest = new RequestType<{ readonly uri: string }, View<ShownMap>, void>('kafka-eos/map');

/** `line` is 0-based. */
export const crashRequest = new RequestType<{ readonly uri: string; readonly line: number }, View<CrashTables>, void>(
  'kafka-eos/crash',
);
