import { use } from 'react'
import { loadProbeWords } from '../../i18n/load-probe-words.ts'
import type { ProbeWords } from '../../i18n/probe/probe-words.ts'
import { useMessages } from '../../store/reading.ts'

export function useProbeWords(): ProbeWords {
  const { language } = useMessages()
  return use(loadProbeWords(language))
}
