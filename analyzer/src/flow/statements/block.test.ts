import { assertFlow } from '../flow-text.test.ts';

describe('blocks', () => {
  it('disposes of a used resource on every way out of the block', () => {
    assertFlow(
      `
        f();
        await using a = g();
        if (b) return h();
        i();
      `,
      `
        1 call f() floating → 2 !→ 3
        2 call g() stored → 4 !→ 3
        3 throw
        4 branch b → 5 else 6
        5 call h() returned → 7 !→ 8
        6 call i() floating → 9 !→ 8
        7 opaque await using a = g() → 10 !→ 3
        8 opaque await using a = g() → 3 !→ 3
        9 opaque await using a = g() → 11 !→ 3
        10 return h()
        11 return
      `,
    );
  });
});
