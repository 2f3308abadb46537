import { assertFlow } from '../flow-text.test.ts';

describe('logical operators as values', () => {
  it('branches on the left side', () => {
    assertFlow(
      `
        const v = a && b();
        const w = a() || b();
        const x = a ?? b();
      `,
      `
        1 branch a → 2 else 3
        2 call b() stored → 3 !→ 4
        3 call a() stored → 5 !→ 4
        4 throw
        5 branch a() → 6 else 7
        6 branch a nullish → 8 else 9
        7 call b() stored → 6 !→ 4
        8 call b() stored → 9 !→ 4
        9 return
      `,
    );
  });

  it('branches on the condition of ?:', () => {
    assertFlow(
      `
        const v = a && !b ? f() : g();
      `,
      `
        1 branch a → 2 else 3
        2 branch b → 3 else 4
        3 call g() stored → 5 !→ 6
        4 call f() stored → 5 !→ 6
        5 return
        6 throw
      `,
    );
  });
});
