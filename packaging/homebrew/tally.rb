# A Homebrew formula that builds from a clone:
#
#     brew install --HEAD --build-from-source packaging/homebrew/tally.rb
#
# Written by the book and not run: there was no Mac to try it on.
class Tally < Formula
  desc "Official statistics of U.S. border and immigration enforcement, at a prompt"
  homepage "file://#{File.expand_path("../..", __dir__)}/README.md"
  license "Apache-2.0"
  head "file://#{File.expand_path("../..", __dir__)}", using: :git, branch: "main"

  depends_on "pkgconf" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "expat"
  depends_on "libedit"
  depends_on macos: :sequoia
  depends_on "minizip"
  depends_on "sqlite"
  depends_on "zlib"

  def install
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "tally"
    system ".build/release/tally", "build-database", "--output", ".build/release/tally.db"
    system "make", "install", "PREFIX=#{prefix}"
  end

  test do
    assert_equal "fy,removals\n2022,108733\n", shell_output("#{bin}/tally 'removals by fy in fy2022 | csv'")
  end
end
