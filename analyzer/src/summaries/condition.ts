/**
 * What a condition asks. `positive`: the condition is true when the answer is yes: a record is there (read, lookup),
 * the claim was the first (write), the transaction is active. `field` asks for a member of a record, or for what is kept
 * under a key: which value means what is not known; `order` compares it with something that is not constant.
 */
export type ConditionTest =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'slot'; readonly slot: string; readonly positive: boolean }
  | {
      readonly kind: 'source';
      /** The call that was asked, as steps name it. */
      readonly of: string;
      readonly via: 'presence' | 'field' | 'order';
      /** The member of the record that is asked for. */
      readonly field?: string;
      /** The word that it is compared with; a yes is that it says this word. */
      readonly word?: string;
      readonly positive: boolean;
    }
  | { readonly kind: 'active'; readonly positive: boolean }
  /** Whether this process has lost the partition. */
  | { readonly kind: 'stale'; readonly positive: boolean }
  /** Whether the error at hand is that of a second record under a unique key. */
  | { readonly kind: 'violation'; readonly positive: boolean }
  /** Compares a local number with one that never changes. */
  | {
      readonly kind: 'number';
      readonly slot: string;
      readonly comparison: Comparison;
      readonly bound: number;
      readonly positive: boolean;
    }
  /** `local`: it asks for a variable that the code itself keeps, so that two such conditions may hang together. */
  | { readonly kind: 'opaque'; readonly local: boolean };

export type Comparison = '<' | '<=' | '>' | '>=' | '===' | '!==';

export function compared(comparison: Comparison, value: number, bound: number): boolean {
  switch (comparison) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '===':
      return value === bound;
    case '!==':
      return value !== bound;
  }
}

export function negate(test: ConditionTest): ConditionTest {
  switch (test.kind) {
    case 'constant':
      return { ...test, value: !test.value };
    case 'slot':
    case 'number':
    case 'source':
    case 'active':
    case 'stale':
    case 'violation':
      return { ...test, positive: !test.positive };
    case 'opaque':
      return test;
  }
}
