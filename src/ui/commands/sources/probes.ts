import { setEditing } from '../../../store/editing.ts'
import { askChecks, pickSpot, putProbeHere, takeAllProbes } from '../../../store/probes.ts'
import type { Command, CommandSource } from '../command.ts'
import { showMap } from '../show-sheet.ts'

/** Where a probe is put, and how the same is seen on a real cluster. */
export const probeCommands: CommandSource = ({ state, probe }) => [
  command('probe', probe.putAt, 'probe put tcpdump iptables conntrack ipset hubble', () => {
    pickSpot(true)
    focusChoice()
  }),
  {
    ...command('probe here', probe.putHere, 'probe here tcpdump iptables conntrack', putProbeHere),
    keys: 'P',
  },
  ...(state.probes.length === 0
    ? []
    : [command('probe none', probe.takeAllAway, 'probes remove all', takeAllProbes)]),
  command('probe checks', probe.check, 'check on a real cluster kubectl commands', () => {
    if (state.probes.length === 0) pickSpot(true)
    void askChecks()
  }),
]

const command = (id: string, label: string, also: string, run: () => void): Command => ({
  id,
  group: 'views',
  label,
  also,
  run: () => {
    showMap()
    setEditing(false)
    run()
  },
})

/** The list comes with the dock: looked for once a frame, for two seconds. */
function focusChoice(frames = 120): void {
  requestAnimationFrame(() => {
    const list = document.querySelector<HTMLElement>('.probe-choice select')
    if (list !== null) list.focus()
    else if (frames > 0) focusChoice(frames - 1)
  })
}
