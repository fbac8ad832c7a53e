import type { OptionSpec } from './getopt.ts'

const LONG =
  'append=A delete=D check=C insert=I replace=R list=L list-rules=S flush=F zero=Z new-chain=N ' +
  'delete-chain=X rename-chain=E policy=P source=s destination=d src=s dst=d protocol=p ' +
  'in-interface=i jump=j table=t match=m numeric=n out-interface=o verbose=v wait=w ' +
  'wait-interval=W exact=x fragments=f version=V help=h line-numbers=0 modprobe=M set-counters=c ' +
  'goto=g ipv4=4 ipv6=6'

/** Letters by what they take. `-0` exists only as `--line-numbers`. */
const NOTHING = 'Vnvxf460b'
const MAYBE = 'LSFZXwWh'

const takesOf = (letter: string): OptionSpec['takes'] => {
  if (NOTHING.includes(letter)) return 'nothing'
  return MAYBE.includes(letter) ? 'maybe' : 'value'
}

/** The options of iptables itself, keyed by their letter. Source: iptables 1.8.9. */
export const GENERIC_OPTIONS: readonly OptionSpec[] = [
  ...[...'ACDEFILMNPSVXZRWcdijopst46bfghmnvwx'].map((letter) => ({
    key: letter,
    name: letter,
    takes: takesOf(letter),
  })),
  ...LONG.split(' ').map((entry) => {
    const [name = '', letter = ''] = entry.split('=')
    return { key: letter, name, takes: takesOf(letter) }
  }),
]
