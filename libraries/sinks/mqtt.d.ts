// MQTT 4 and 5. Quality of service is between client and broker: a second publish is a second message.

export interface MqttClient {
  /**
   * @eos write queue non-idempotent resource=0
   * @eos calls 2 later
   * @eos calls 3 later
   */
  publish(topic: string, message: any, options?: any, callback?: any): MqttClient;
  /** @eos write queue non-idempotent resource=0 */
  publishAsync(topic: string, message: any, options?: any): Promise<any>;
  subscribe(topic: any, options?: any, callback?: any): MqttClient;
  subscribeAsync(topic: any, options?: any): Promise<any>;
  unsubscribe(topic: any, options?: any, callback?: any): MqttClient;
  end(...args: any[]): MqttClient;
  endAsync(...args: any[]): Promise<void>;
  on(event: string, listener: (...args: any[]) => void): this;
  connected: boolean;
}

export function connect(url: any, options?: any): MqttClient;
export function connectAsync(url: any, options?: any): Promise<MqttClient>;

declare const mqtt: { connect: typeof connect; connectAsync: typeof connectAsync };
export default mqtt;
