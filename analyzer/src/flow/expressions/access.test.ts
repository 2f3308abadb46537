import { assertFlow } from '../flow-text.test.ts';

describe('access to elements', () => {
  it('reads and calls elements', () => {
    assertFlow(
      `
        const v = o[k()];
        handlers[type](v);
      `,
      `
        1 call k() stored → 2 !→ 3
        2 access o[k()] → 4
        3 throw
        4 access handlers[type] → 5
        5 call handlers[type](…) floating → 6 !→ 3
        6 return
      `,
    );
  });

  it('writes, removes and tests them', () => {
    assertFlow(
      `
        o[k()] = v();
        delete o[k];
        if (k in o) x();
      `,
      `
        1 call k() stored → 2 !→ 3
        2 call v() stored → 4 !→ 3
        3 throw
        4 access o[k()] = v() → 5
        5 access delete o[k] → 6
        6 access k in o → 7
        7 branch k in o → 8 else 9
        8 call x() floating → 9 !→ 3
        9 return
      `,
    );
  });

  it('reads before it writes in ++ and compound assignments', () => {
    assertFlow(
      `
        o[k]++;
        o[k] += f();
      `,
      `
        1 access o[k] → 2
        2 access o[k]++ → 3
        3 access o[k] → 4
        4 call f() stored → 5 !→ 6
        5 access o[k] += f() → 7
        6 throw
        7 return
      `,
    );
  });

  it('leaves properties alone', () => {
    assertFlow(
      `
        o.p = q.r;
        delete o.p;
        o.p++;
      `,
      `
        1 return
      `,
    );
  });
});
