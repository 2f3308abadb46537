import ts from '../typescript.ts';

/**
 * Never the workspace's own settings: what a program means does not depend on how strictly its authors have it checked.
 * `checkJs` is for inference only; no semantic diagnostics are ever asked for.
 */
export const programOptions: ts.CompilerOptions = {
  noLib: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  strict: true,
  skipLibCheck: true,
  esModuleInterop: true,
  allowSyntheticDefaultImports: true,
  experimentalDecorators: true,
  jsx: ts.JsxEmit.Preserve,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  // Modules are resolved by us. What the name decides here is that `require` in JavaScript imports, as under Node.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the bundler's and Node's own modes do not know `require` in ES modules
  moduleResolution: ts.ModuleResolutionKind.Node10,
  ignoreDeprecations: '6.0',
  // Two scripts of one workspace must not see each other's top-level names.
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: [],
  typeRoots: [],
};
