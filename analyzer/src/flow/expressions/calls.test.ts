import { assertFlow } from '../flow-text.test.ts';

describe('calls', () => {
  it('evaluates receiver and arguments before the call, inner calls first', () => {
    assertFlow(
      `
        db.table(name()).insert(row(id()), now());
      `,
      `
        1 call name() stored → 2 !→ 3
        2 call db.table(…) stored → 4 !→ 3
        3 throw
        4 call id() stored → 5 !→ 3
        5 call row(…) stored → 6 !→ 3
        6 call now() stored → 7 !→ 3
        7 call db.table(name()).insert(…) floating → 8 !→ 3
        8 return
      `,
    );
  });

  it('sees an await through parentheses and type syntax', () => {
    assertFlow(
      `
        await ((f() as T)!);
        await (g() satisfies T);
      `,
      `
        1 call f() awaited → 2 !→ 3
        2 call g() awaited → 4 !→ 3
        3 throw
        4 return
      `,
    );
  });

  it('sees an await through ?:, ?? and the comma', () => {
    assertFlow(
      `
        await (c ? f() : g());
        await (h() ?? (i(), j()));
      `,
      `
        1 branch c → 2 else 3
        2 call f() awaited → 4 !→ 5
        3 call g() awaited → 4 !→ 5
        4 call h() awaited → 6 !→ 5
        5 throw
        6 branch h() nullish → 7 else 8
        7 call i() floating → 9 !→ 5
        8 return
        9 call j() awaited → 8 !→ 5
      `,
    );
  });

  it('calls the result of a return returned', () => {
    assertFlow(
      `
        return c ? f() : await g();
      `,
      `
        1 branch c → 2 else 3
        2 call f() returned → 4 !→ 5
        3 call g() awaited → 4 !→ 5
        4 return c ? f() : await g()
        5 throw
      `,
    );
  });

  it('calls a used result stored and a dropped one floating', () => {
    assertFlow(
      `
        const a = f();
        this.b = g();
        list.push(h());
        i();
        void j();
        c && k();
      `,
      `
        1 call f() stored → 2 !→ 3
        2 call g() stored → 4 !→ 3
        3 throw
        4 call h() stored → 5 !→ 6
        5 call list.push(…) floating → 7 !→ 3
        6 rejection h() → 5 !→ 3
        7 call i() floating → 8 !→ 3
        8 call j() floating → 9 !→ 3
        9 branch c → 10 else 11
        10 call k() floating → 11 !→ 3
        11 return
      `,
    );
  });

  it('takes new and tagged templates for calls', () => {
    assertFlow(
      `
        const c = new Client(options());
        await sql\`SELECT \${id()} FROM \${table}\`;
      `,
      `
        1 call options() stored → 2 !→ 3
        2 call new Client(…) stored → 4 !→ 3
        3 throw
        4 call id() stored → 5 !→ 3
        5 call sql\`…\` awaited → 6 !→ 3
        6 return
      `,
    );
  });

  it('skips the rest of an optional chain when a link is nullish', () => {
    assertFlow(
      `
        await a?.b(x()).c?.(y())[z()];
        done();
      `,
      `
        1 branch a nullish → 2 else 3
        2 call done() floating → 4 !→ 5
        3 call x() stored → 6 !→ 5
        4 return
        5 throw
        6 call a?.b(…) stored → 7 !→ 5
        7 branch a?.b(x()).c nullish → 2 else 8
        8 call y() stored → 9 !→ 5
        9 call a?.b(x()).c(…) stored → 10 !→ 5
        10 call z() stored → 11 !→ 5
        11 access a?.b(x()).c?.(y())[z()] → 12
        12 await a?.b(x()).c?.(y())[z()] → 2 !→ 5
      `,
    );
  });

  it('ends an optional chain at a parenthesis', () => {
    assertFlow(
      `
        (a?.b).c(x());
      `,
      `
        1 call x() stored → 2 !→ 3
        2 call (a?.b).c(…) floating → 4 !→ 3
        3 throw
        4 return
      `,
    );
  });

  it('evaluates what is in literals and templates in order', () => {
    assertFlow(
      `
        f({ a: a(), [b()]: c(), ...d(), e() {} }, [g(), ...h()], \`\${i()}-\${j()}\`);
      `,
      `
        1 call a() stored → 2 !→ 3
        2 call b() stored → 4 !→ 3
        3 throw
        4 call c() stored → 5 !→ 3
        5 call d() stored → 6 !→ 3
        6 call g() stored → 7 !→ 3
        7 call h() stored → 8 !→ 3
        8 call i() stored → 9 !→ 3
        9 call j() stored → 10 !→ 3
        10 call f(…) floating → 11 !→ 3
        11 return
      `,
    );
  });

  it('does not enter functions and classes', () => {
    assertFlow(
      `
        register(() => f(), function () { g(); }, class extends mixin(Base) { m() { h(); } });
      `,
      `
        1 call mixin(…) stored → 2 !→ 3
        2 call register(…) floating → 4 !→ 3
        3 throw
        4 return
      `,
    );
  });

  it('runs a function that is called where it is written', () => {
    assertFlow(
      `
        (() => f())(a());
        await (async function () {})();
        (function () {}).call(this);
      `,
      `
        1 call a() stored → 2 !→ 3
        2 callback () => f() → 4 !→ 3
        3 throw
        4 callback async function () {} → 5 !→ 3
        5 callback function () {} → 6 !→ 3
        6 return
      `,
    );
  });

  it('keeps the rejection of a dropped async function away from its caller', () => {
    assertFlow(
      `
        (async () => {})();
        next();
      `,
      `
        1 callback async () => {} → 2 !→ 2
        2 call next() floating → 3 !→ 4
        3 return
        4 throw
      `,
    );
  });

  it('does not run the body of a generator that is called', () => {
    assertFlow(
      `
        (function* () {})();
      `,
      `
        1 call (function* () {})() floating → 2 !→ 3
        2 return
        3 throw
      `,
    );
  });

  it('waits for a stored promise in a node of its own', () => {
    assertFlow(
      `
        const p = f();
        g();
        await p;
      `,
      `
        1 holder p → 2
        2 call f() stored → 3 !→ 4
        3 call g() floating → 5 !→ 6
        4 rejection f() → 3 !→ 6
        5 await p → 7 !→ 6
        6 throw
        7 return
      `,
    );
  });

  it('waits for the side of ?? that is no call', () => {
    assertFlow(
      `
        await (p ?? f());
      `,
      `
        1 branch p nullish → 2 else 3
        2 call f() awaited → 4 !→ 5
        3 await p → 4 !→ 5
        4 return
        5 throw
      `,
    );
  });
});
