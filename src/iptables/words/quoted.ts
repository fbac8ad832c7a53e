/** A text as iptables-save writes it: bare where that is safe. Source: xtables_save_string, 1.8.9. */
export function quoted(text: string): string {
  return /^[-_0-9A-Za-z]+$/.test(text) ? text : `"${text.replace(/["\\']/g, '\\$&')}"`
}
