// Web Push, `web-push` 3: notifications on people's devices.

/** @eos write person non-idempotent */
export function sendNotification(subscription: any, payload?: any, options?: any): Promise<any>;
export function setVapidDetails(subject: string, publicKey: string, privateKey: string): void;
export function generateVAPIDKeys(): any;
export class WebPushError extends Error {}
