import { use } from 'react'
import { loadTwinWords } from '../../i18n/load-twin-words.ts'
import type { TwinWords } from '../../i18n/twin/twin-words.ts'
import { useMessages } from '../../store/reading.ts'

export const useTwinWords = (): TwinWords => use(loadTwinWords(useMessages().language))
