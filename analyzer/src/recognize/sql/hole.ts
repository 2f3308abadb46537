/**
 * Stands in a text for something that is put in at run time (a template's `${…}`). One character of the private
 * use area, so that it can be neither a letter of a name nor part of real SQL.
 */
export const HOLE = '\u{E000}';
