// Measuring time.

export const performance: Performance;
export const constants: any;
export function monitorEventLoopDelay(options?: any): any;
export class PerformanceObserver {
  /** @eos calls 0 later */
  constructor(callback: (list: any, observer: any) => void);
  observe(options: any): void;
  disconnect(): void;
}
