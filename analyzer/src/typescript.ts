// `import` would have Node.js search the nine megabytes of this CommonJS module for its exports: a quarter of a second.
import ts = require('typescript');

export default ts;
