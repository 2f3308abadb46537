import { assertFlow } from '../flow-text.test.ts';

describe('conditions', () => {
  it('splits negation and connectives down to atoms', () => {
    assertFlow(
      `
        if (!(a && b()) || c) x();
        else y();
      `,
      `
        1 branch a → 2 else 3
        2 call b() stored → 4 !→ 5
        3 call x() floating → 6 !→ 5
        4 branch b() → 7 else 3
        5 throw
        6 return
        7 branch c → 3 else 8
        8 call y() floating → 6 !→ 5
      `,
    );
  });

  it('asks ?? whether its left side is nullish, then whether it is truthy', () => {
    assertFlow(
      `
        if (a ?? b) x();
      `,
      `
        1 branch a nullish → 2 else 3
        2 branch b → 4 else 5
        3 branch a → 4 else 5
        4 call x() floating → 5 !→ 6
        5 return
        6 throw
      `,
    );
  });

  it('splits a conditional expression', () => {
    assertFlow(
      `
        while (a ? b : !c) x();
      `,
      `
        1 repeat ↻ 2 → 6
        2 branch a → 3 else 4
        3 branch b → 5 else 6
        4 branch c → 6 else 5
        5 call x() floating → 1 !→ 7
        6 return
        7 throw
      `,
    );
  });

  it('evaluates calls and awaits before the branch on them', () => {
    assertFlow(
      `
        if (await isNew(id())) x();
      `,
      `
        1 call id() stored → 2 !→ 3
        2 call isNew(…) awaited → 4 !→ 3
        3 throw
        4 branch await isNew(…) → 5 else 6
        5 call x() floating → 6 !→ 3
        6 return
      `,
    );
  });

  it('drops the left side of a comma', () => {
    assertFlow(
      `
        if ((f(), a)) x();
      `,
      `
        1 call f() floating → 2 !→ 3
        2 branch a → 4 else 5
        3 throw
        4 call x() floating → 5 !→ 3
        5 return
      `,
    );
  });

  it('knows true and false', () => {
    assertFlow(
      `
        if (false || (true && a)) x();
        else if (false) y();
      `,
      `
        1 branch a → 2 else 3
        2 call x() floating → 3 !→ 4
        3 return
        4 throw
      `,
    );
  });
});
