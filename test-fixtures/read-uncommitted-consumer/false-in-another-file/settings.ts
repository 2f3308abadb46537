export const settings = {
  kafka: { groupId: 'settled', dirty: false },
} as const;
