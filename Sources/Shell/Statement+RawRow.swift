import Results
import Store

extension Statement: RawRow {}
