import type { Holes } from './fill-template.ts';
import type { Field } from './vocabulary.ts';

/** What the model, the repository and the service of one generated entity are written from. */
export interface Entity {
  /** `Invoice` */
  readonly type: string;
  /** `invoice` */
  readonly name: string;
  readonly fields: readonly Field[];
  /** The entity before it in the same package, if there is one: its service is used by this one's. */
  readonly neighbour: Entity | undefined;
  /** A package and a model of it that this entity's service refers to. */
  readonly foreign: { readonly domain: string; readonly type: string } | undefined;
}

export function namesOf(entity: Entity): Holes {
  return { Type: entity.type, name: entity.name };
}
