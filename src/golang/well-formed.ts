const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Half of a surrogate pair is no character: it becomes U+FFFD, as it does on its way into a file. */
export const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, '\ufffd')
