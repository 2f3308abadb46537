export { default as Charges } from './charges';
