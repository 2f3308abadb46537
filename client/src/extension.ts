import { commands, window, type ExtensionContext } from 'vscode';
import { openMapPanel } from './map/map-panel.ts';
import { openMapSource } from './map/map-source.ts';
import { openPlace } from './map/open-place.ts';
import { openPlaceCommand } from './map/place-link.ts';
import { openPipelinesView } from './pipelines/pipelines-view.ts';
import { tellOfFailedStart } from './server/failed-start.ts';
import { openServer, type RunningServer } from './server/open-server.ts';
import { whenKafkaInSight } from './sight/kafka-in-sight.ts';
import { showActions } from './status/show-actions.ts';
import { openStatusItem } from './status/status-item.ts';
import { showCrashTrace, traceTarget } from './trace/show-crash-trace.ts';
import { openTraceView } from './trace/trace-view.ts';

const lensCommand = 'kafka-eos.showCrashTraceAt';

let server: RunningServer | undefined;

/** @public for VS Code */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Kafka EOS', { log: true });
  const status = openStatusItem();
  const running = openServer({
    module: context.asAbsolutePath('dist/bundle/server/dist/main.js'),
    output,
    lensCommand,
    changed: (state) => {
      status.show(state);
      if (state === 'running') maps.refresh();
    },
  });
  const maps = openMapSource(running.client);
  const panel = openMapPanel(maps);
  const trace = openTraceView();
  const start = (): void => {
    running.start().catch((error: unknown) => {
      void tellOfFailedStart(output, error);
    });
  };
  server = running;
  const handlers: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> = {
    'kafka-eos.restart': running.restart,
    'kafka-eos.showOutput': () => {
      output.show();
    },
    'kafka-eos.showActions': showActions,
    'kafka-eos.refresh': maps.refresh,
    'kafka-eos.showMap': panel.show,
    'kafka-eos.showCrashTrace': () => showCrashTrace(running.client, trace, traceTarget(undefined, undefined)),
    [lensCommand]: (uri, line) => showCrashTrace(running.client, trace, traceTarget(uri, line)),
    'kafka-eos.nextStep': () => trace.move(1),
    'kafka-eos.previousStep': () => trace.move(-1),
    'kafka-eos.goToStep': (index) => (typeof index === 'number' ? trace.goTo(index) : undefined),
    'kafka-eos.closeTrace': trace.close,
    [openPlaceCommand]: openPlace,
  };
  context.subscriptions.push(
    output,
    status,
    running,
    maps,
    panel,
    trace,
    openPipelinesView(maps),
    ...Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler)),
    whenKafkaInSight(start),
  );
}

/** @public for VS Code */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
