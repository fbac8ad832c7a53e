import { useEffect, useRef, useState } from 'react'
import type { ToolPrint } from '../../scenario/probe/printed.ts'
import { type ProbeSpot, spotText } from '../../scenario/probe/spot.ts'
import { takeProbe, useProbes } from '../../store/probes.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { probeLetter } from './probe-letter.ts'
import { Terminal } from './Terminal.tsx'
import { useProbeWords } from './use-probe-words.ts'
import { useSpotName } from './use-spot-name.ts'

/** One probe: a terminal for each tool that has something to say there. */
export function ProbeCard({ spot, index }: { readonly spot: ProbeSpot; readonly index: number }) {
  const words = useProbeWords()
  const name = useSpotName()(spot)
  const report = useProbes(({ reports }) => reports.get(spotText(spot)))
  const card = useRef<HTMLElement>(null)
  // Newer browsers answer with a promise, and an effect may return nothing but its undoing.
  useEffect(() => {
    void card.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  return (
    <article ref={card} className="probe-card" aria-label={name}>
      <header>
        <span className="probe-letter" aria-hidden="true">
          {probeLetter(index)}
        </span>
        <h3>{name}</h3>
        <IconButton look="quiet" label={words.takeAway(name)} onClick={() => takeProbe(spot)}>
          <CloseIcon />
        </IconButton>
      </header>
      {report === undefined ? null : <Tools name={name} tools={report.tools} />}
    </article>
  )
}

function Tools({ name, tools }: { readonly name: string; readonly tools: readonly ToolPrint[] }) {
  const words = useProbeWords()
  const [chosen, setChosen] = useState('')
  const shown = tools.find(({ id }) => id === chosen) ?? tools[0]
  if (shown === undefined) return <p className="probe-nothing">{words.nothingHere}</p>
  if (tools.length === 1) return <Terminal print={shown} />
  return (
    <Tabs
      label={words.tools(name)}
      tabs={tools.map((tool) => ({ id: tool.id, label: labelOf(tool) }))}
      chosen={shown.id}
      onChoose={setChosen}
    >
      <Terminal key={shown.id} print={shown} />
    </Tabs>
  )
}

/** As one calls it in a sentence: the tool, and what it is asked of. */
function labelOf({ tool, id, command }: ToolPrint): string {
  switch (tool) {
    case 'iptables':
      return id.replace(' *', ' nat')
    case 'cilium-nat':
      return 'bpf nat'
    case 'status':
      return command.replace(/^kubectl get /, '').split(' -')[0] ?? command
    default:
      return id
  }
}
