/** Of the characters for which a keyboard writes a wider one: what it means in an address or a name. */
const MEANT: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '。': '.',
  '｡': '.',
  '、': ',',
  '､': ',',
  ー: '-',
  '−': '-',
}

const WIDE = new RegExp(`[${Object.keys(MEANT).join('')}]`, 'g')
/** `！` to `～`: ASCII in two columns, in the same order. */
const FULL_WIDTH = /[！-～]/g
const TO_ASCII = 0xfee0
/** Zero-width characters and marks of direction, which a copied text carries along. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * An address or a name as it was meant: `１０．２．１．１００：４４３`, as a Japanese or a Chinese keyboard writes it,
 * is `10.2.1.100:443`. For what people type into a field; a tool that is given such a text refuses it.
 */
export const halfWidth = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - TO_ASCII))
    .replace(WIDE, (wide) => MEANT[wide] ?? wide)
