import { describe, expect, it } from 'vitest'
import { trailsOf } from './trails.ts'

const at = (x: number, time: number) => ({ x, y: 0, time })

describe('the trails of a flow', () => {
  it('change their owner where the packet stands while it is rewritten', () => {
    const trails = trailsOf({
      points: [at(0, 0), at(0, 100), at(50, 800), at(50, 1060), at(90, 1760)],
      owners: [
        { owner: 'pod', from: 0 },
        { owner: 'node', from: 930 },
      ],
    })
    expect(trails.map(({ owner, line }) => [owner, line[0]?.x, line.at(-1)?.x])).toEqual([
      ['pod', 0, 50],
      ['node', 50, 90],
    ])
  })

  it('leave out where the packet is parked at the foot of a place', () => {
    const foot = { x: 0, y: 30, parked: true }
    const trails = trailsOf({
      points: [{ ...foot, time: 0 }, { ...foot, time: 260 }, at(0, 300), at(70, 960)],
      owners: [{ owner: 'pod', from: 0 }],
    })
    expect(trails).toEqual([{ owner: 'pod', line: [at(0, 300), at(70, 960)] }])
  })

  it('leave out an owner that never travelled', () => {
    const trails = trailsOf({
      points: [at(0, 0), at(0, 260), at(70, 960)],
      owners: [
        { owner: 'pod', from: 0 },
        { owner: 'nat', from: 130 },
      ],
    })
    expect(trails.map(({ owner }) => owner)).toEqual(['nat'])
  })
})
