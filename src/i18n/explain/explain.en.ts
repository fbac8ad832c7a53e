import type { ExplainWords } from './explain-words.ts'

export const explainEn: ExplainWords = {
  bar: 'How it is explained',
  asSteps: 'Steps',
  asText: 'Text',
  level: 'Explain for',
  levels: { manager: 'Manager', engineer: 'Engineer', kernel: 'Kernel' },
  chooseLevel: (level) => `Explain for: ${level}`,
  glossary: 'Glossary',
  print: 'Print',
  text: 'Everything as text',
  copy: 'Copy the text',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  waiting: 'The packet is on its way…',
  hop: (hop, of) => `Step ${hop} of ${of}`,
}
