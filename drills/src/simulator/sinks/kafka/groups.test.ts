import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { BrokerError } from './broker-error.ts';
import { Groups } from './groups.ts';

const place = { group: 'g', topic: 'in', partition: 1 };

describe('the simulated consumer groups', () => {
  it('refuse the commit of a member that the group has gone on without', () => {
    const groups = new Groups();
    const old = groups.join('g');
    const current = groups.join('g');
    assert.throws(() => {
      groups.commit(old, { ...place, offset: 5 });
    }, BrokerError);
    groups.commit(current, { ...place, offset: 5 });
    assert.equal(groups.committed(place), 5);
  });

  it('know nothing of groups and partitions without commits', () => {
    const groups = new Groups();
    groups.commit(groups.join('g'), { ...place, offset: 5 });
    assert.equal(groups.committed({ ...place, partition: 2 }), undefined);
    assert.equal(groups.committed({ ...place, group: 'other' }), undefined);
  });

  it('never go back while every member starts where the group is and only moves on', () => {
    const moves = fc.array(fc.record({ member: fc.nat(3), joins: fc.boolean() }), { maxLength: 50 });
    fc.assert(
      fc.property(moves, (taken) => {
        const groups = new Groups();
        const members = new Map<number, { generation: number; position: number }>();
        let highest = 0;
        for (const { member, joins } of taken) {
          const known = members.get(member);
          if (joins || !known) {
            members.set(member, { generation: groups.join('g'), position: groups.committed(place) ?? 0 });
            continue;
          }
          known.position += 1;
          commitQuietly(groups, known.generation, known.position);
          assert.ok((groups.committed(place) ?? 0) >= highest);
          highest = groups.committed(place) ?? 0;
        }
      }),
    );
  });
});

function commitQuietly(groups: Groups, generation: number, offset: number): void {
  try {
    groups.commit(generation, { ...place, offset });
  } catch (error) {
    assert.ok(error instanceof BrokerError);
  }
}
