import type { NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import type { NetworkView } from '@core/protocol/views'

type Kind = NetworkView['kind']

const VIRTUAL =
  /docker|^br-|^veth|vethernet|virtual|vmware|vmnet|vbox|hyper-v|wsl|^tun|^tap|^utun|wireguard|^wg\d|tailscale|zerotier|^zt|ppp|^lo|loopback|bluetooth|awdl|llw|anpi|bridge|cali|flannel|cni|podman|lxc|lxd/i
const WIFI = /wi-?fi|wlan|wireless|^wl|airport/i
const CABLE = /ethernet|^eth|^en[opsx]?\d|^lan/i

const kindOf = (name: string): Kind => {
  if (VIRTUAL.test(name)) return 'virtual'
  if (WIFI.test(name)) return 'wifi'
  return CABLE.test(name) ? 'cable' : 'other'
}

const isPrivate = (address: string): boolean =>
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(address)
const isSelfGiven = (address: string): boolean => address.startsWith('169.254.')

/** Lower is better: a room's Wi-Fi first, then a cable; virtual networks and public addresses last. */
const rankOf = (kind: Kind, address: string): number => {
  const byKind = { wifi: 0, cable: 1, other: 2, virtual: 10 }[kind]
  return byKind + (isPrivate(address) ? 0 : 20) + (isSelfGiven(address) ? 20 : 0)
}

/** The IPv4 networks phones could reach this laptop on, best first; a virtual one is never recommended. */
export const listNetworks = (interfaces: ReturnType<typeof networkInterfaces>): NetworkView[] => {
  const usable = (info: NetworkInterfaceInfo): boolean => info.family === 'IPv4' && !info.internal
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? []).filter(usable).map(({ address }) => ({ name, address, kind: kindOf(name) })),
  )
  const sorted = found.toSorted((a, b) => rankOf(a.kind, a.address) - rankOf(b.kind, b.address))
  return sorted.map((network, index) => ({ ...network, recommended: index === 0 && network.kind !== 'virtual' }))
}
