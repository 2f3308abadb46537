export const quick = {
  idempotent: true,
  retry: {
    retries: 0,
//  ^^^^^^^^^^ conflicting-client-options throws
  },
};