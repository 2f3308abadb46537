// Where it is decided whether a change may land, laws are asked about the same cases each time: that must not depend on
// the day. Everywhere else fast-check draws new ones.
import fc from 'fast-check';

if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 1 });
