"""A window with nothing in it but WebKitGTK, for WebKitWebDriver: it may be as narrow as a phone,
and writes what the console says to its standard output. MiniBrowser can do neither."""

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

context = WebKit2.WebContext.new_ephemeral()
context.set_automation_allowed(True)
window = Gtk.Window(default_width=1280, default_height=900)
window.connect("destroy", Gtk.main_quit)


def started(_, session):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.get_settings().set_enable_write_console_messages_to_stdout(True)
    window.add(view)
    window.show_all()
    session.connect("create-web-view", lambda *_: view)


context.connect("automation-started", started)
# Where no session begins, nothing is left behind.
GLib.timeout_add_seconds(60, lambda: window.get_child() is None and Gtk.main_quit())
Gtk.main()
