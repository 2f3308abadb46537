import { assertFlow } from '../flow-text.test.ts';

describe('joined promises', () => {
  it('lets the remaining elements of Promise.all run, or not, when one fails', () => {
    assertFlow(
      `
        await Promise.all([a(), b(), c()]);
        done();
      `,
      `
        1 call a() collected → 2 !→ 3
        2 call b() collected → 4 !→ 5
        3 choice → 6 | 7
        4 call c() collected → 8 !→ 6
        5 choice → 6 | 9
        6 throw
        7 call b() collected → 9 !→ 6
        8 await Promise.all(…) → 10 !→ 10
        9 call c() collected → 6 !→ 6
        10 call done() floating → 11 !→ 6
        11 return
      `,
    );
  });

  it('collects the calls of a mapped argument', () => {
    assertFlow(
      `
        await Promise.all(items.map((item) => send(item)));
      `,
      `
        1 call items.map(…) collected → 2 !→ 3
        2 await Promise.all(…) → 4 !→ 4
        3 throw
        4 return
      `,
    );
  });

  it('waits for promises that are held elsewhere', () => {
    assertFlow(
      `
        await Promise.all([p, ...ps]);
      `,
      `
        1 await p → 2 !→ 3
        2 await Promise.all(…) → 4 !→ 3
        3 throw
        4 return
      `,
    );
  });

  it('goes on when an element of Promise.allSettled fails', () => {
    assertFlow(
      `
        await Promise.allSettled([a(), b()]);
      `,
      `
        1 call a() collected → 2 !→ 2
        2 call b() collected → 3 !→ 3
        3 await Promise.allSettled(…) → 4 !→ 4
        4 return
      `,
    );
  });

  it('does not know what else has run after Promise.race', () => {
    assertFlow(
      `
        await Promise.race([a(), b()]);
      `,
      `
        1 call a() collected → 2 !→ 3
        2 choice → 4 | 5
        3 choice → 6 | 7
        4 await Promise.race(…) → 8 !→ 8
        5 call b() collected → 4 !→ 6
        6 throw
        7 call b() collected → 6 !→ 6
        8 return
      `,
    );
  });

  it('fails after Promise.any only when all fail', () => {
    assertFlow(
      `
        await Promise.any([a(), b()]);
      `,
      `
        1 call a() collected → 2 !→ 3
        2 choice → 4 | 3
        3 call b() collected → 4 !→ 5
        4 await Promise.any(…) → 6 !→ 6
        5 choice → 7 | 4
        6 return
        7 throw
      `,
    );
  });

  it('collects in a returned join and a nested one', () => {
    assertFlow(
      `
        return Promise.all([a(), Promise.allSettled([b()])]);
      `,
      `
        1 call a() collected → 2 !→ 3
        2 call b() collected → 4 !→ 4
        3 choice → 5 | 6
        4 return Promise.all(…)
        5 throw
        6 call b() collected → 5 !→ 5
      `,
    );
  });

  it('catches the failure of any element', () => {
    assertFlow(
      `
        await Promise.all([a(), b()]).catch(h);
      `,
      `
        1 call a() collected → 2 !→ 3
        2 call b() collected → 4 !→ 5
        3 choice → 5 | 6
        4 await Promise.all(…) → 7 !→ 7
        5 catch h → 8
        6 call b() collected → 5 !→ 5
        7 return
        8 callback h → 7 !→ 9
        9 throw
      `,
    );
  });

  it('leaves a stored join a call', () => {
    assertFlow(
      `
        const all = Promise.all([a(), b()]);
        await all;
      `,
      `
        1 holder all → 2
        2 call a() stored → 3 !→ 4
        3 call b() stored → 5 !→ 4
        4 throw
        5 call Promise.all(…) stored → 6 !→ 7
        6 await all → 8 !→ 4
        7 rejection Promise.all(…) → 6 !→ 4
        8 return
      `,
    );
  });

  it('drops the calls in a dropped join', () => {
    assertFlow(
      `
        Promise.all([a(), b()]);
      `,
      `
        1 call a() floating → 2 !→ 3
        2 call b() floating → 4 !→ 3
        3 throw
        4 return
      `,
    );
  });
});
