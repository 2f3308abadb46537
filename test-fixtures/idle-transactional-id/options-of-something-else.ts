export const payment = { transactionalId: 'p-1', cents: 100 };
