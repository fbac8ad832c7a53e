import { useEffect } from 'react'
import { pickSpot, putProbeHere, useProbes } from '../../store/probes.ts'
import { singleKeysAreOn } from '../../store/single-keys.ts'
import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/icons.tsx'
import { useProbeWords } from './use-probe-words.ts'
import './probe-tool.css'

/** Beside the map's other tools: from now on one picks where to put a probe. */
export function ProbeTool() {
  const words = useProbeWords()
  const picking = useProbes((state) => state.picking)
  useEffect(() => {
    document.addEventListener('keydown', byKey)
    return () => document.removeEventListener('keydown', byKey)
  }, [])
  return (
    <Button
      look="quiet"
      data-tool="probe"
      aria-pressed={picking}
      title={words.probeHint}
      onClick={() => pickSpot(!picking)}
    >
      <ProbeIcon />
      <span className="probe-tool-word">{words.probe}</span>
    </Button>
  )
}

/** `p` where one walks along the packet's path: a probe there. Escape picks nothing. */
function byKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') pickSpot(false)
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (event.key !== 'p' || !plain || !singleKeysAreOn()) return
  const { target } = event
  if (!(target instanceof Element) || target.matches('input:not([type="range"]), select, textarea'))
    return
  if (target.closest('.canvas, .transport, .hops') === null) return
  putProbeHere()
}

const ProbeIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="3.2" />
    <path d="M8 1.5v3.3M8 11.2v3.3M1.5 8h3.3M11.2 8h3.3" />
  </Icon>
)
