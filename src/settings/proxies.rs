//! Whose word on a visitor's address is taken.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{fault::Advice, host::digits};

/// The reverse proxies whose `X-Forwarded-For` is believed; none by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<Network>);

/// An address and how many of its leading bits count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u32,
}

impl TrustedProxies {
    /// Addresses and networks, separated by commas.
    pub fn parse(text: &str) -> Result<Self, Advice> {
        let parts = text.split(',').map(str::trim);
        parts.map(Network::parse).collect::<Result<_, _>>().map(Self)
    }

    pub fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }
}

impl Network {
    pub fn parse(text: &str) -> Result<Self, Advice> {
        let not_one = || Advice::from("Write addresses or networks with commas between them, such as 127.0.0.1, 10.0.0.0/8.");
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(digits(prefix).ok_or_else(not_one)?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| not_one())?;
        let prefix = prefix.unwrap_or(width(address));
        if prefix > width(address) {
            return Err(format!("In {text}, write at most {} after the slash.", width(address)).into());
        }
        Self { address, prefix }.canonical().checked()
    }

    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        width(address) == width(self.address) && masked(address, self.prefix) == self.address
    }

    /// IPv4 written as IPv6 becomes IPv4, as visitors' addresses do.
    fn canonical(self) -> Self {
        match self.address.to_canonical() {
            IpAddr::V4(v4) if self.address.is_ipv6() && self.prefix >= 96 => {
                Self { address: v4.into(), prefix: self.prefix - 96 }
            }
            _ => self,
        }
    }

    fn checked(self) -> Result<Self, Advice> {
        if self.prefix == 0 {
            return Err("Write the addresses of your own proxies; with /0 anybody could write \
                        any address."
                .into());
        }
        let start = masked(self.address, self.prefix);
        if start != self.address {
            let Self { address, prefix } = self;
            return Err(format!("Write {start}/{prefix} for the network, or {address} for the one address.").into());
        }
        Ok(self)
    }
}

fn width(address: IpAddr) -> u32 {
    if address.is_ipv4() { 32 } else { 128 }
}

/// The address with all but its leading `prefix` bits set to zero.
fn masked(address: IpAddr, prefix: u32) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let mask = u32::MAX.checked_shl(32 - prefix).unwrap_or_default();
            Ipv4Addr::from_bits(v4.to_bits() & mask).into()
        }
        IpAddr::V6(v6) => {
            let mask = u128::MAX.checked_shl(128 - prefix).unwrap_or_default();
            Ipv6Addr::from_bits(v6.to_bits() & mask).into()
        }
    }
}
