import { assertFlow } from '../flow-text.test.ts';

describe('promise chains', () => {
  it('runs handlers after the receiver, in order', () => {
    assertFlow(
      `
        await f().then(g).then((x) => h(x));
      `,
      `
        1 call f() awaited → 2 !→ 3
        2 callback g → 4 !→ 3
        3 throw
        4 callback (x) => h(x) → 5 !→ 3
        5 return
      `,
    );
  });

  it('leads a rejection to .catch and on behind it', () => {
    assertFlow(
      `
        await f().catch(g);
        done();
      `,
      `
        1 call f() awaited → 2 !→ 3
        2 call done() floating → 4 !→ 5
        3 catch g → 6
        4 return
        5 throw
        6 callback g → 2 !→ 5
      `,
    );
  });

  it('leads a rejection to the second argument of .then, past the first', () => {
    assertFlow(
      `
        return f().then(g, h);
      `,
      `
        1 call f() returned → 2 !→ 3
        2 callback g → 4 !→ 5
        3 catch h → 6
        4 return f().then(…)
        5 throw
        6 callback h → 4 !→ 5
      `,
    );
  });

  it('knows .then without a first handler', () => {
    assertFlow(
      `
        await f().then(null, g);
      `,
      `
        1 call f() awaited → 2 !→ 3
        2 return
        3 catch g → 4
        4 callback g → 2 !→ 5
        5 throw
      `,
    );
  });

  it('runs .finally both ways and keeps the failure', () => {
    assertFlow(
      `
        await f().finally(g);
        done();
      `,
      `
        1 call f() awaited → 2 !→ 3
        2 callback g → 4 !→ 5
        3 callback g → 5 !→ 5
        4 call done() floating → 6 !→ 5
        5 throw
        6 return
      `,
    );
  });

  it('covers the whole chain with a .catch at its end', () => {
    assertFlow(
      `
        await f(a()).then(g).catch(h);
      `,
      `
        1 call a() stored → 2 !→ 3
        2 call f(…) awaited → 4 !→ 5
        3 throw
        4 callback g → 6 !→ 5
        5 catch h → 7
        6 return
        7 callback h → 6 !→ 3
      `,
    );
  });

  it('lets a failure of a dropped chain go nowhere', () => {
    assertFlow(
      `
        f().then(g);
        done();
      `,
      `
        1 call f() floating → 2 !→ 3
        2 callback g → 3 !→ 3
        3 call done() floating → 4 !→ 5
        4 return
        5 throw
      `,
    );
  });

  it('keeps the failure of an argument apart from the rejection of the call', () => {
    assertFlow(
      `
        f(a()).catch(g);
      `,
      `
        1 call a() stored → 2 !→ 3
        2 call f(…) floating → 4 !→ 5
        3 throw
        4 return
        5 catch g → 6
        6 callback g → 4 !→ 4
      `,
    );
  });

  it('does not know when a stored promise settles', () => {
    assertFlow(
      `
        p.catch(f);
        done();
      `,
      `
        1 choice → 2 | 3
        2 call done() floating → 4 !→ 5
        3 catch f → 6
        4 return
        5 throw
        6 callback f → 2 !→ 2
      `,
    );
  });

  it('runs a dropped async function with its catch', () => {
    assertFlow(
      `
        (async () => {})().catch(f);
      `,
      `
        1 callback async () => {} → 2 !→ 3
        2 return
        3 catch f → 4
        4 callback f → 2 !→ 2
      `,
    );
  });

  it('skips the chain behind a nullish link', () => {
    assertFlow(
      `
        await a?.f().catch(g);
      `,
      `
        1 branch a nullish → 2 else 3
        2 return
        3 call a?.f() awaited → 2 !→ 4
        4 catch g → 5
        5 callback g → 2 !→ 6
        6 throw
      `,
    );
  });

  it('evaluates a handler that is not written out', () => {
    assertFlow(
      `
        await f().then(make());
      `,
      `
        1 call f() awaited → 2 !→ 3
        2 call make() stored → 4 !→ 3
        3 throw
        4 callback make() → 5 !→ 3
        5 return
      `,
    );
  });

  it('takes a method of the same name without a handler for a call', () => {
    assertFlow(
      `
        schema.catch('none');
        when.then();
      `,
      `
        1 call schema.catch(…) floating → 2 !→ 3
        2 call when.then() floating → 4 !→ 3
        3 throw
        4 return
      `,
    );
  });
});
