import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** The answer, or what the protocol wants as an answer once the editor does not want it any more. */
export function untilCancelled<Answer, Data = void>(
  token: CancellationToken,
  answer: Promise<Answer>,
): Promise<Answer | ResponseError<Data>> {
  const cancelled = new Promise<ResponseError<Data>>((resolve) => {
    const stop = (): void => {
      resolve(new ResponseError(LSPErrorCodes.RequestCancelled, 'the editor asked to stop'));
    };
    // A token that was cancelled before the request was read never says so again.
    if (token.isCancellationRequested) stop();
    else token.onCancellationRequested(stop);
  });
  return Promise.race([answer, cancelled]);
}
