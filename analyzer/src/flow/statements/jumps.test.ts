import { assertFlow } from '../flow-text.test.ts';

describe('jumps', () => {
  it('leaves out what stands behind a return', () => {
    assertFlow(
      `
        f();
        return g();
        h();
      `,
      `
        1 call f() floating → 2 !→ 3
        2 call g() returned → 4 !→ 3
        3 throw
        4 return g()
      `,
    );
  });

  it('leaves out what no path reaches', () => {
    assertFlow(
      `
        if (a) return;
        else throw b();
        f();
      `,
      `
        1 branch a → 2 else 3
        2 return
        3 call b() stored → 4 !→ 5
        4 throw b()
        5 throw
      `,
    );
  });

  it('names a thrown expression where the function ends', () => {
    assertFlow(
      `
        throw new Error(text());
      `,
      `
        1 call text() stored → 2 !→ 3
        2 call new Error(…) stored → 4 !→ 3
        3 throw
        4 throw new Error(…)
      `,
    );
  });

  it('continues and breaks outer loops by label', () => {
    assertFlow(
      `
        outer: for (const x of xs) {
          while (true) {
            if (a) continue outer;
            if (b) break outer;
            if (c) break;
          }
          f();
        }
      `,
      `
        1 each xs ↻ 2 → 3
        2 repeat ↻ 4
        3 return
        4 branch a → 1 else 5
        5 branch b → 6 else 7
        6 leave break outer; → 3
        7 branch c → 8 else 2
        8 leave break; → 9
        9 call f() floating → 1 !→ 10
        10 throw
      `,
    );
  });

  it('breaks out of a labelled block, past an inner switch', () => {
    assertFlow(
      `
        block: {
          switch (a) {
            case 1:
              break block;
            default:
              break;
          }
          f();
        }
        g();
      `,
      `
        1 branch 1 → 2 else 3
        2 call g() floating → 4 !→ 5
        3 call f() floating → 2 !→ 5
        4 return
        5 throw
      `,
    );
  });
});
