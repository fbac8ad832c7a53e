import { type Complaint, complaint } from './issue.ts'
import type { ModuleOption, OptionUse } from './module.ts'

/** What iptables checks of an option by itself, before and after the module looks at its value. */
export interface CheckedOption extends ModuleOption {
  readonly negatable?: boolean
  readonly mandatory?: boolean
  /** Options that may not be given beside it. */
  readonly excludes?: readonly string[]
  /** Options without which it may not be given. */
  readonly needs?: readonly string[]
}

export interface OptionRecord {
  readonly note: (use: OptionUse) => Complaint | null
  readonly check: () => Complaint | null
  readonly used: ReadonlySet<string>
}

/** Source: xtables_option_parse and xtables_options_fcheck of iptables 1.8.9. */
export function recordOf(module: string, options: readonly CheckedOption[]): OptionRecord {
  const used = new Set<string>()
  const say = (code: Complaint['code'], option: string, text: string): Complaint =>
    complaint(code, `${module}: option "--${option}" ${text}`)

  function note({ option, negated }: OptionUse): Complaint | null {
    if (used.has(option)) return say('repeated-option', option, 'can only be used once.')
    if (negated && options.find(({ name }) => name === option)?.negatable !== true) {
      return say('not-invertible', option, 'cannot be inverted.')
    }
    used.add(option)
    return null
  }

  function check(): Complaint | null {
    for (const option of options) {
      if (used.has(option.name)) {
        const trouble = checkBeside(option)
        if (trouble) return trouble
      } else if (option.mandatory) return say('missing-option', option.name, 'must be specified')
    }
    return null
  }

  function checkBeside({ name, needs = [], excludes = [] }: CheckedOption): Complaint | null {
    for (const other of options) {
      const isUsed = used.has(other.name)
      if (needs.includes(other.name) && !isUsed) {
        return say('missing-option', name, `also requires "--${other.name}".`)
      }
      if (other.name !== name && excludes.includes(other.name) && isUsed) {
        const text = `cannot be used together with "--${other.name}".`
        return say('conflicting-options', name, text)
      }
    }
    return null
  }

  return { note, check, used }
}
