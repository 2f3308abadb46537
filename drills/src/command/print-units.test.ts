import assert from 'node:assert/strict';
import { handlerOf, simulateSource } from '../testing/simulated-source.ts';
import { printUnits } from './print-units.ts';

describe('the table of a simulation', () => {
  it('has a line per effect, and the runs behind its anomalies', async () => {
    const units = await simulateSource(handlerOf(`await axios.post('https://bank/transfer', event);`));
    const printed = printUnits(units, true);
    assert.match(printed, /^group <- in \(each-message\): \d+ runs, 4 points\n {2}effect/);
    assert.match(printed, /POST https:\/\/bank\/transfer {2}at-least-once {2}duplicate {2}main\.ts:\d+:\d+/);
    assert.match(printed, /POST https:\/\/bank\/transfer, duplicate for first-1:\n {2}1\. process 0: receives/);
  });

  it('says what is missing where there is nothing to show', async () => {
    assert.match(printUnits([], false), /runs no consumer/);
    const units = await simulateSource('throw new Error("no configuration");');
    assert.match(printUnits(units, false), /nothing can be said: the program does not start: Error: no configuration/);
  });
});
