import { BlockList, isIP } from 'node:net'

const closed = new BlockList()
// IANA special-purpose registries: this host, private, shared, loopback, link-local, documentation, benchmarks,
// multicast and reserved.
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, bits, 'ipv4')

const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')
// Within the global range: Teredo and other special uses, documentation, and 6to4, which may carry a private IPv4.
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  closed.addSubnet(network, bits, 'ipv6')
}

/** True if an IP address belongs to the public internet, so that fetching it reaches nothing of ours. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4')
  if (isIP(address) === 6) return open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
  return false
}
