import { CONTESTANTS, type Contestant } from './contestants.ts'
import { type Question, question } from './rules.ts'

const SIZES = [64, 1_000, 10_000]
const ROUNDS = 7
const ROUND_MS = 120

/** Decisions a second over one round, asking the destinations in turn. */
function rate(decide: (destination: string) => boolean, { destinations }: Question): number {
  const start = performance.now()
  let asked = 0
  let elapsed = 0
  while (elapsed < ROUND_MS) {
    for (let i = 0; i < 16; i += 1) {
      decide(destinations[asked % destinations.length] ?? '')
      asked += 1
    }
    elapsed = performance.now() - start
  }
  return (asked / elapsed) * 1000
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toPrecision(value >= 1 ? 3 : 2)

function agree(asked: Question, ready: readonly ((destination: string) => boolean)[]): number {
  return asked.destinations
    .slice(0, 400)
    .filter((destination) => new Set(ready.map((decide) => decide(destination))).size > 1).length
}

/** Every contestant in turn, round after round, so that a busy moment hits all alike. */
function compare(size: number): void {
  const asked = question(size, 4096)
  const ready = CONTESTANTS.map(({ prepare }) => prepare(asked))
  const disagreements = agree(asked, ready)
  const rates: number[][] = CONTESTANTS.map(() => [])
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [i, decide] of ready.entries()) {
      const measured = rate(decide, asked)
      if (round >= 0) rates[i]?.push(measured)
    }
  }
  console.log(`\n${size} rules (${disagreements} of 400 answers differ between contestants)`)
  for (const [i, contestant] of CONTESTANTS.entries()) {
    console.log(line(contestant, rates[i] ?? [], rates[0] ?? []))
  }
}

function line(
  { name, caveat }: Contestant,
  own: readonly number[],
  reference: readonly number[],
): string {
  const ratios = own.map((value, i) => value / (reference[i] ?? value))
  const spread = `[${short(Math.min(...ratios))} – ${short(Math.max(...ratios))}]`
  const perSecond = `${short(median(own) / 1000)} k/s`
  return `  ${name.padEnd(32)} ${short(median(ratios)).padStart(7)} × ${spread.padEnd(20)} ${perSecond.padStart(12)}  ${caveat}`
}

console.log(
  'Decisions from the text of a destination: keep its source or masquerade.\n' +
    'Ratios to the first line, median of rounds [lowest – highest]; the rates are of this machine and moment.',
)
for (const size of SIZES) compare(size)
