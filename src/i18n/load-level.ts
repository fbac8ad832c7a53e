import type { Language } from './language.ts'
import { lateWords } from './late-words.ts'
import { atLevel, type Level, type LevelText } from './levels/level.ts'
import { loadCatalogue } from './load-catalogue.ts'
import type { Messages } from './messages.ts'

/** What a level makes of what is said to engineers. */
type Retell = (messages: Messages) => LevelText

const RETOLD: Readonly<
  Record<Exclude<Level, 'engineer'>, (language: Language) => Promise<Retell>>
> = {
  manager: lateWords<Retell>({
    en: () =>
      import('./levels/manager.en.ts').then(
        ({ managerEn }) =>
          () =>
            managerEn,
      ),
    ko: () =>
      import('./levels/manager.ko.ts').then(
        ({ managerKo }) =>
          () =>
            managerKo,
      ),
    ja: () =>
      import('./levels/manager.ja.ts').then(
        ({ managerJa }) =>
          () =>
            managerJa,
      ),
  }),
  kernel: lateWords<Retell>({
    en: () => import('./levels/kernel.en.ts').then(({ kernelEn }) => kernelEn),
    ko: () => import('./levels/kernel.ko.ts').then(({ kernelKo }) => kernelKo),
    ja: () => import('./levels/kernel.ja.ts').then(({ kernelJa }) => kernelJa),
  }),
}

const known = new Map<string, Promise<Messages>>()

/** A language's catalogue at a level, the same each time. Rejects where a chunk cannot be fetched. */
export function loadCatalogueAt(language: Language, level: Level): Promise<Messages> {
  if (level === 'engineer') return loadCatalogue(language)
  const key = `${language} ${level}`
  const messages = known.get(key) ?? retold(language, level)
  known.set(key, messages)
  return messages
}

async function retold(language: Language, level: keyof typeof RETOLD): Promise<Messages> {
  const [messages, retell] = await Promise.all([loadCatalogue(language), RETOLD[level](language)])
  return atLevel(messages, retell(messages))
}
