import type { PathWords } from './path-words.ts'
import { code, say } from './sentence.ts'

export const pathEn: PathWords = {
  title: 'The path in questions',
  steps: {
    node: { name: 'Node', asks: 'Does the packet leave its node, and with which source?' },
    'forward-route': { name: 'Route there', asks: 'Does a route lead to the destination?' },
    'egress-firewall': {
      name: 'Egress firewall',
      asks: 'Does the firewall on the sending side let it out?',
    },
    'second-translation': {
      name: 'Second translation',
      asks: 'Does Cloud NAT, an external address or an appliance change the source once more?',
    },
    'far-firewall': {
      name: 'Far firewall',
      asks: 'Does the far side let this source in?',
    },
    destination: { name: 'Destination', asks: 'Does a process answer there, on that port?' },
    'return-route': { name: 'Route back', asks: 'Does a route lead the answer back?' },
    'return-state': {
      name: 'Return state',
      asks: 'Does the answer come back to where the connection is remembered?',
    },
  },
  states: {
    passed: 'passed',
    failed: 'failed',
    unknown: 'not certain',
    'not-needed': 'not needed',
    'not-reached': 'not reached',
  },
  assumed: 'passed, taken for granted',
  firstFailure: (step) => `First step that fails: ${step}.`,
  notTold: 'Not told, and it would decide:',
  missing: {
    chance: (m) => say`a chance, which the rules of the node leave to ${code(m.of)}.`,
    vpc: (m) => say`the VPC that ${code(m.of)} is in.`,
    'next-hop': (m) => say`what ${code(m.of)} is, to which a route leads.`,
    'far-network': (m) => say`the network beyond ${code(m.of)}.`,
    'far-ranges': (m) => say`the ranges of ${code(m.of)}.`,
    'nat-address': (m) =>
      say`which of its addresses ${code(m.of)} picks: only some of them are let in.`,
    'psc-address': (m) =>
      say`which source the producer behind ${code(m.of)} sees: it does not let every one in.`,
  },
  seen: 'What one sees',
  symptoms: {
    'time-out': {
      connect: say`${code('connect()')} hangs: nothing answers its SYN, which Linux repeats for about two minutes before it gives up with ${code('Connection timed out')}.`,
      open: say`The open connection stalls: what is sent is never acknowledged, and Linux repeats it for about a quarter of an hour before it gives up with ${code('Connection timed out')}.`,
      datagram: say`The sender is told nothing: whether it sent or waits, it must give up by itself.`,
      echo: say`No echo reply ever comes.`,
    },
    reset: {
      connect: say`${code('connect()')} fails at once with ${code('Connection refused')}: somebody answers, and declines.`,
      open: say`The open connection breaks at once with ${code('Connection reset by peer')}.`,
      datagram: say`An ICMP error comes back at once: the next call on the socket fails with ${code('Connection refused')}.`,
      echo: say`An ICMP error comes back at once.`,
    },
  },
}
