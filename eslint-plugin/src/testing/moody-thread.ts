import { workerData } from 'node:worker_threads';
import { answerOn, isThreadData } from '../thread-link.ts';

// Stands in for an analysis: the file that it is asked about says what it does.
const data: unknown = workerData;
if (isThreadData(data)) {
  answerOn(data, ({ path }) => {
    if (path === '/exit') process.exit(3);
    if (path === '/throw') throw new Error('out of luck');
    return { kind: 'checked', findings: [], gaps: [path], blindSpots: [] };
  });
}
