// Expo, `expo-server-sdk` 3 to 7: pushes to people's devices.

export type ExpoPushMessage = any;
export type ExpoPushTicket = any;
export type ExpoPushToken = string;

export class Expo {
  constructor(options?: any);
  static isExpoPushToken(token: unknown): boolean;
  /** @eos write person non-idempotent */
  sendPushNotificationsAsync(messages: any[]): Promise<any[]>;
  getPushNotificationReceiptsAsync(ids: string[]): Promise<any>;
  /** @eos pure */
  chunkPushNotifications(messages: any[]): any[][];
  /** @eos pure */
  chunkPushNotificationReceiptIds(ids: string[]): string[][];
}

export default Expo;
