import assert from 'node:assert/strict';
import { statusWords } from './status-words.ts';

const none = { errors: 0, warnings: 0, infos: 0 };

describe('the status item', () => {
  it('counts what was found', () => {
    const { text, label } = statusWords('running', { errors: 2, warnings: 1, infos: 0 });
    assert.equal(text, 'Kafka EOS $(error) 2 $(warning) 1');
    assert.equal(label, 'Kafka EOS: 2 errors, 1 warning');
  });

  it('says that nothing was found', () => {
    assert.equal(statusWords('running', none).label, 'Kafka EOS: no findings');
  });

  it('says that the server has stopped, and what stands of it', () => {
    const { label, isAlarm } = statusWords('stopped', { ...none, errors: 1 });
    assert.equal(label, 'Kafka EOS has stopped, 1 error, 0 warnings');
    assert.equal(isAlarm, true);
  });

  it('says that there is nothing to look at', () => {
    assert.equal(statusWords('idle', none).label, 'Kafka EOS: no Kafka code in sight');
  });
});
