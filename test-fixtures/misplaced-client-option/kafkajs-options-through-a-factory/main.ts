import { createConsumer } from './create';

export const consumer = createConsumer({ rackId: 'a', transactional: true });
//                                                    ^^^^^^^^^^^^^^^^^^^ misplaced-client-option ignored